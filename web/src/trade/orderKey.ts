/** The key that makes placing safe to repeat: the same for the same wish, a new one once the wish is another. */
export class OrderKey {
  private key = ''
  private wish = ''

  of(wish: unknown): string {
    const text = JSON.stringify(wish)
    if (text !== this.wish) {
      this.wish = text
      this.key = uuid()
    }
    return this.key
  }

  /** What was placed is done: the next wish is another one, even when it is the same. */
  used(): void {
    this.wish = ''
  }
}

/** A random UUID; `crypto.randomUUID` exists only where the page came over TLS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
