import type { DemoSignIn } from '../capabilities/access/sign-in/library.ts'
import { DEMO_PASSWORD } from '../database/demo/places.ts'
import { demoPeople, demoRegion } from '../database/demo/region.ts'

/** The people one can be with one press on the sign-in page: the most telling ones first. */
export function demoSignIn(): { password: string; people: DemoSignIn[] } {
  const { municipalities, region } = demoRegion()
  return {
    password: DEMO_PASSWORD,
    people: demoPeople().map(({ name, email, role, group, first, municipality, organisation }) => {
      const here = municipalities.find(({ code }) => code === municipality)?.name
      return { name, email, role, group: first === true ? 'first' : group, place: here ?? organisation ?? region }
    }),
  }
}
