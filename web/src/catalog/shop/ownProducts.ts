/** What a merchant can do with a product in each of its states. */
import type { OwnProduct } from '@/api/catalog'

export const LOW_STOCK = 5

export const states: Record<OwnProduct['state'], string> =
  { draft: '', reviewing: 'warn', listed: 'ok', delisted: '', rejected: 'bad', removed: '' }

/** What it says can be changed only while nobody else sees it. */
export const open = (product: OwnProduct) => ['draft', 'delisted', 'rejected'].includes(product.state)
export const maySubmit = open
export const mayDelist = (product: OwnProduct) => product.state === 'listed' || product.state === 'reviewing'
