/** As in the app, the words are here before anything is said. */
import { learn } from '@/app/words'

await learn()
