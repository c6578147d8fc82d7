/** The five people whom anyone may be in a demo world, and what is worth trying as each of them. */
import type { Role } from '@/api/types'
import type { Key } from '@/app/words'

export interface Try { word: Key; to: string; file?: boolean }
export interface Guest { role: Role; handle: string; password: string; tries: Try[] }

/** Handles and passwords as `./kanmai demo` makes them from its usual seed; they open nothing but a demo world. */
export const guests: Guest[] = [
  {
    role: 'viewer', handle: 'anna', password: 'demo-fpfqbvjmk',
    tries: [{ word: 'tour.watch', to: '/' }, { word: 'tour.why', to: '/' }, { word: 'tour.buy', to: '/' }, { word: 'tour.orders', to: '/orders' }, { word: 'tour.consent', to: '/me/settings' }],
  },
  {
    role: 'creator', handle: 'bobo', password: 'demo-9tjyuzstw',
    tries: [{ word: 'tour.board', to: '/me/board' }, { word: 'tour.retention', to: '/me/works' }, { word: 'tour.upload', to: '/upload' }, { word: 'tour.anchors', to: '/me/works' }],
  },
  {
    role: 'merchant', handle: 'chayu', password: 'demo-fscm7zwfe',
    tries: [{ word: 'tour.shop-board', to: '/shop/board' }, { word: 'tour.ship', to: '/shop/orders?state=paid' }, { word: 'tour.trace', to: '/shop/orders?state=all' }, { word: 'tour.price', to: '/shop/products' }],
  },
  {
    role: 'operator', handle: 'olga', password: 'demo-gaj529j9m',
    tries: [{ word: 'tour.reviews', to: '/operator/reviews' }, { word: 'tour.platform', to: '/operator/board' }, { word: 'tour.by-source', to: '/operator/board?by=source&as=shares' }, { word: 'tour.lake', to: '/operator/lake' }, { word: 'tour.roles', to: '/operator/people' }],
  },
  {
    role: 'auditor', handle: 'audrey', password: 'demo-vknuxeq7q',
    tries: [{ word: 'tour.ledger', to: '/ledger' }, { word: 'tour.reconciliations', to: '/auditor/reconciliations' }, { word: 'tour.scores', to: '/' }, { word: 'tour.api', to: '/openapi.json', file: true }],
  },
]
