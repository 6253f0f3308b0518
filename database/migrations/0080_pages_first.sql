-- Why: who comes in by an entrance is told where to begin (R-005), and texts about the site itself stand in nobody's way.

alter table page_versions
  add column stands_first smallint check (stands_first between 1 and 9),
  drop constraint page_versions_domains_check,
  add constraint page_versions_domains_check check (cardinality(domains) > 0
    and domains <@ array['children', 'talking', 'money', 'home', 'rules', 'safety', 'feelings', 'help', 'family', 'site']);

alter table gathered
  drop constraint gathered_theme_check,
  add constraint gathered_theme_check
    check (theme in ('children', 'talking', 'money', 'home', 'rules', 'safety', 'feelings', 'help', 'family', 'site'));
