/** Every word a Chinese reader sees; the keys of both languages. */
import { app } from './app'
import { catalog } from './catalog'
import { conversation } from './conversation'
import { feed } from './feed'
import { governance } from './governance'
import { identity } from './identity'
import { insight } from './insight'
import { lake } from './lake'
import { ledger } from './ledger'
import { media } from './media'
import { notices } from './notices'
import { payment } from './payment'
import { problems } from './problems'
import { tour } from './tour'
import { trade } from './trade'
import { works } from './works'

export const zh = { ...app, ...catalog, ...conversation, ...feed, ...governance, ...identity, ...insight, ...lake, ...ledger, ...media, ...notices, ...payment, ...problems, ...tour, ...trade, ...works }
