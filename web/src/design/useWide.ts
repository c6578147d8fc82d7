import { ref } from 'vue'

const query = window.matchMedia('(min-width: 900px)')
const wide = ref(query.matches)
query.addEventListener('change', (event) => (wide.value = event.matches))

/** True where there is room beside the stage. */
export const useWide = () => wide
