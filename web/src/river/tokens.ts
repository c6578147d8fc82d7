/** The exposure by which somebody came to a product, so that what they do on its page goes back to it; as long as the app is open. */
const MOST = 200
const tokens = new Map<string, string>()

export function cameBy(product: string, token: string): void {
  tokens.delete(product)
  tokens.set(product, token)
  const oldest = tokens.keys().next()
  if (tokens.size > MOST && !oldest.done) tokens.delete(oldest.value)
}

export const tokenOf = (product: string) => tokens.get(product)
