import type { Action, Kind } from '../../capabilities/access/roles.ts'
import type { Id } from '../../foundation/id.ts'
import { isAllowed, PLACE_NAMES, type PlaceName, personOn, type Seat } from './seats.ts'

/** Values of a row by column; text becomes a literal, `sql` stays as it is. */
export type Row = Readonly<Record<string, string | number | boolean | null | { readonly sql: string }>>

/** A real row of which it is known where it belongs. */
export type Sample = { readonly place: PlaceName; readonly key: string; readonly row: Row; readonly variant?: string }

/** The reviewed table as one seat sees it. */
export type Sight = {
  readonly seat: Seat
  readonly me: Id
  readonly can: (kind: Kind, action: Action, place: PlaceName) => boolean
  /** In every place, because the right is over the whole platform. */
  readonly everywhere: (kind: Kind, action: Action) => boolean
}

type Expected = (sight: Sight, sample: Sample) => boolean

/** What a table lets through, tried with SQL alone. What is left out, nobody may. */
export type Probe = {
  readonly table: string
  /** SQL that names a row, as `Sample.key` does. */
  readonly key: string
  readonly samples: readonly Sample[]
  readonly read?: Expected
  readonly add?: { readonly fresh: (sample: Sample, me: Id) => Row; readonly may: Expected }
  /** `mark` holds for a row that was changed. A change by key also needs the right to read. */
  readonly change?: { readonly set: string; readonly mark: string; readonly byKey?: true; readonly may: Expected }
  readonly remove?: { readonly where?: string; readonly may: Expected }
  /** Single statements, each let through or not: by columns that point elsewhere, in the name of another, and the like. */
  readonly tries?: readonly {
    /** What happened before, past all rules. */
    readonly first?: string
    readonly statement: (me: Id) => string
    readonly passes: (sight: Sight) => boolean
  }[]
}

export function sightOf(seat: Seat): Sight {
  const can: Sight['can'] = (kind, action, place) => isAllowed(seat, kind, action, place)
  return {
    seat,
    me: personOn(seat),
    can,
    everywhere: (kind, action) => PLACE_NAMES.every((place) => can(kind, action, place)),
  }
}

export const literal = (value: Row[string]): string => {
  if (value === null) return 'null'
  if (typeof value === 'object') return value.sql
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

export const insertInto = (table: string, row: Row): string =>
  `insert into ${table} (${Object.keys(row).join(', ')}) values (${Object.values(row).map(literal).join(', ')})`

/** One thing to try: a query for keys, or a statement of which `look` tells the keys it touched. */
export type Try = {
  readonly what: string
  readonly query?: string
  readonly first?: string
  readonly statement?: string
  readonly look?: string
}

/** Runs each statement as whoever is set, takes it back, and tells what it did: keys, 'passed', or 'refused' by the database. */
export const TRY_FUNCTION = `
create schema probe;
grant usage on schema probe to public;
create function probe.try(tries jsonb) returns jsonb language plpgsql as $$
declare
  one jsonb;
  told text;
  touched bigint;
  answers jsonb := '[]';
begin
  for one in select * from jsonb_array_elements(tries) loop
    begin
      if one ? 'query' then
        execute one ->> 'query' into told;
      else
        if one ? 'first' then
          perform set_config('role', 'none', true);
          execute one ->> 'first';
          perform set_config('role', 'voorveld_app', true);
        end if;
        execute one ->> 'statement';
        get diagnostics touched = row_count;
        told := case when touched > 0 then 'passed' else 'nothing' end;
        if one ? 'look' then
          perform set_config('role', 'none', true);
          execute one ->> 'look' into told;
        end if;
      end if;
      raise exception using errcode = 'VV001', message = coalesce(told, '');
    exception
      when sqlstate 'VV001' then answers := answers || to_jsonb(sqlerrm);
      when insufficient_privilege then answers := answers || to_jsonb('refused'::text);
      when others then answers := answers || to_jsonb('passed'::text); -- past the policies, into a key or a check
    end;
  end loop;
  return answers;
end $$;
grant execute on function probe.try(jsonb) to public;`

const keysWhere = (probe: Probe, condition: string): string =>
  `select string_agg(key, ' ' order by key) from (select ${probe.key} as key from ${probe.table} where ${condition}) found
   where key in (${probe.samples.map((sample) => literal(sample.key)).join(', ')})`

const keysOf = (samples: readonly Sample[]): string =>
  samples
    .map((sample) => sample.key)
    .sort()
    .join(' ')

export type Expectation = Try & { readonly expected: string }

/** Everything to try on a table from one seat, each with the answer that the reviewed table gives. */
export function expectations(probe: Probe, sight: Sight): Expectation[] {
  const those = (may: Expected | undefined) => keysOf(probe.samples.filter((sample) => may?.(sight, sample) ?? false))
  const { read, add, change, remove, tries = [] } = probe
  const [first] = probe.samples
  return [
    { what: 'read', query: keysWhere(probe, 'true'), expected: those(read) },
    ...probe.samples.map((sample) => ({
      what: `add ${sample.key}`,
      statement: insertInto(probe.table, { ...sample.row, ...add?.fresh(sample, sight.me) }),
      expected: (add?.may(sight, sample) ?? false) ? 'passed' : 'refused',
    })),
    ...(change === undefined ? untouched(probe, first, those) : changes(probe, change, those)),
    {
      what: 'remove',
      statement: `delete from ${probe.table} where ${remove?.where ?? 'true'}`,
      expected: those(remove?.may) === '' ? '' : 'passed',
    },
    ...tries.map((one, at) => ({
      what: `try ${at + 1}`,
      ...(one.first !== undefined && { first: one.first }),
      statement: one.statement(sight.me),
      expected: one.passes(sight) ? 'passed' : '',
    })),
  ]
}

function changes(probe: Probe, change: NonNullable<Probe['change']>, those: (may: Expected) => string): Expectation[] {
  const look = keysWhere(probe, change.mark)
  const statement = `update ${probe.table} set ${change.set}`
  if (change.byKey !== true) return [{ what: 'change', statement, look, expected: those(change.may) }]
  return probe.samples.map((sample) => ({
    what: `change ${sample.key}`,
    statement: `${statement} where ${probe.key} = ${literal(sample.key)}`,
    look,
    expected: those(change.may).split(' ').includes(sample.key) ? sample.key : '',
  }))
}

/** Nobody changes this table: tried on some column of it. */
function untouched(probe: Probe, first: Sample | undefined, those: (may: undefined) => string): Expectation[] {
  const [column] = Object.keys(first?.row ?? {})
  return [{ what: 'change', statement: `update ${probe.table} set ${column} = ${column}`, expected: those(undefined) }]
}

/**
 * What was told, put as expectations are. A refusal and a statement that touched nothing are both a no; only a change must
 * pass by rows out of reach in silence, as if they were not there.
 */
export function asAnswer(told: string, { expected, look }: Expectation): string {
  if (look !== undefined || expected === 'refused') return told
  return told === 'refused' || told === 'nothing' ? '' : told
}
