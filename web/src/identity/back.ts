import type { RouteLocationNormalizedLoaded } from 'vue-router'

/** Where to go after signing in: only ever a path of this app. */
export function backTo(route: RouteLocationNormalizedLoaded): string {
  const back = route.query.back
  return typeof back === 'string' && /^\/(?![/\\])/.test(back) ? back : '/'
}
