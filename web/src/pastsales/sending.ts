/** Reads a file that was chosen, packed or not, and names it by what it holds: the same file sent again goes on where it was. */
export const LARGEST = 300 * 1024 * 1024
const KEY = 32

export async function unpacked(chosen: File): Promise<Blob> {
  if (!chosen.name.endsWith('.gz')) return chosen
  return new Response(chosen.stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

export async function keyOf(content: Blob): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await content.arrayBuffer()))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('').slice(0, KEY)
}
