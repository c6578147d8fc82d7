import type { Component } from 'vue'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import FeedPage from '@/feed/FeedPage.vue'
import { knowMe, useMe } from '@/identity/useMe'
import AwayPage from './AwayPage.vue'
import { t, type Key } from './words'

declare module 'vue-router' {
  interface RouteMeta { title?: Key; needs?: 'person' | 'operator' | 'auditor'; night?: boolean }
}

const page = (load: () => Promise<{ default: Component }>) => () => load().catch(() => AwayPage)

const routes: RouteRecordRaw[] = [
  { path: '/', component: FeedPage, props: { tab: 'for-you' }, meta: { night: true } },
  { path: '/following', component: FeedPage, props: { tab: 'following' }, meta: { night: true, title: 'nav.following' } },
  { path: '/nearby', component: FeedPage, props: { tab: 'nearby' }, meta: { night: true, title: 'nav.nearby' } },
  { path: '/hot', component: FeedPage, props: { tab: 'hot' }, meta: { night: true, title: 'nav.hot' } },
  { path: '/works/:id(\\d+)', component: page(() => import('@/works/WorkPage.vue')), props: true, meta: { night: true } },
  { path: '/works/:id(\\d+)/insight', component: page(() => import('@/insight/RetentionPage.vue')), props: true, meta: { title: 'retention', needs: 'person' } },
  { path: '/works/:id(\\d+)/journey', component: page(() => import('@/traffic/JourneyPage.vue')), props: true, meta: { title: 'journey', needs: 'person' } },
  { path: '/@:handle', component: page(() => import('@/identity/ProfilePage.vue')), props: true },
  { path: '/topics/:hashtag', component: page(() => import('@/works/TopicPage.vue')), props: true },
  { path: '/products/:id(\\d+)', component: page(() => import('@/trade/ProductPage.vue')), props: true },
  { path: '/origin/:id(\\d+)', component: page(() => import('@/catalog/origin/OriginPage.vue')), props: true, meta: { title: 'origin' } },
  { path: '/shops/:id(\\d+)', component: page(() => import('@/catalog/ShopPage.vue')), props: true },
  { path: '/search', component: page(() => import('@/search/SearchPage.vue')), meta: { title: 'search' } },
  { path: '/live', component: page(() => import('@/live/LivePage.vue')), meta: { title: 'nav.live' } },
  { path: '/live/:id(\\d+)', component: page(() => import('@/live/RoomPage.vue')), props: true, meta: { title: 'nav.live', night: true } },
  { path: '/me/live', component: page(() => import('@/live/StudioPage.vue')), meta: { title: 'live.studio', needs: 'person' } },
  { path: '/me/live/board', component: page(() => import('@/live/BoardPage.vue')), meta: { title: 'live.board', needs: 'person' } },
  { path: '/mall', component: page(() => import('@/search/MallPage.vue')), meta: { title: 'nav.mall' } },
  { path: '/cart', component: page(() => import('@/trade/CartPage.vue')), meta: { title: 'nav.cart', needs: 'person' } },
  { path: '/orders', component: page(() => import('@/trade/OrdersPage.vue')), meta: { title: 'nav.orders', needs: 'person' } },
  { path: '/orders/:id(\\d+)', component: page(() => import('@/trade/OrderPage.vue')), props: true, meta: { title: 'order', needs: 'person' } },
  { path: '/returns', component: page(() => import('@/aftersales/ReturnsPage.vue')), meta: { title: 'nav.returns', needs: 'person' } },
  { path: '/reviews', component: page(() => import('@/aftersales/reviews/MyReviewsPage.vue')), meta: { title: 'nav.my-reviews', needs: 'person' } },
  { path: '/addresses', component: page(() => import('@/trade/AddressesPage.vue')), meta: { title: 'nav.addresses', needs: 'person' } },
  { path: '/sign-in', component: page(() => import('@/identity/SignInPage.vue')), meta: { title: 'sign-in' } },
  { path: '/sign-up', component: page(() => import('@/identity/SignUpPage.vue')), meta: { title: 'sign-up' } },
  { path: '/welcome/:invitation', component: page(() => import('@/identity/SignUpPage.vue')), props: true, meta: { title: 'sign-up' } },
  { path: '/upload', component: page(() => import('@/media/UploadPage.vue')), meta: { title: 'nav.upload', needs: 'person' } },
  { path: '/me', component: page(() => import('@/identity/MePage.vue')), meta: { title: 'nav.me', needs: 'person' } },
  { path: '/me/works', component: page(() => import('@/works/OwnWorksPage.vue')), meta: { title: 'nav.works', needs: 'person' } },
  { path: '/me/board', component: page(() => import('@/insight/board/CreatorBoardPage.vue')), meta: { title: 'board.own', needs: 'person' } },
  { path: '/me/goods', component: page(() => import('@/affiliate/GoodsPage.vue')), meta: { title: 'nav.goods', needs: 'person' } },
  { path: '/me/earnings', component: page(() => import('@/affiliate/EarningsPage.vue')), meta: { title: 'nav.earnings', needs: 'person' } },
  { path: '/me/notices', component: page(() => import('@/notices/InboxPage.vue')), meta: { title: 'nav.notices', needs: 'person' } },
  { path: '/notices/off', component: page(() => import('@/notices/OffPage.vue')), meta: { title: 'nav.notices' } },
  { path: '/me/settings', component: page(() => import('@/identity/SettingsPage.vue')), meta: { title: 'nav.settings', needs: 'person' } },
  { path: '/shop', component: page(() => import('@/trade/shop/ShopHomePage.vue')), meta: { title: 'nav.shop', needs: 'person' } },
  { path: '/shop/board', component: page(() => import('@/insight/board/ShopBoardPage.vue')), meta: { title: 'nav.shop-board', needs: 'person' } },
  { path: '/shop/attribution', component: page(() => import('@/insight/attribution/ShopAttributionPage.vue')), meta: { title: 'nav.attribution', needs: 'person' } },
  { path: '/operator/attribution', component: page(() => import('@/insight/attribution/OperatorAttributionPage.vue')), meta: { title: 'nav.attribution', needs: 'operator' } },
  { path: '/shop/orders', component: page(() => import('@/trade/shop/ShopOrdersPage.vue')), meta: { title: 'nav.shop-orders', needs: 'person' } },
  { path: '/shop/shipping', component: page(() => import('@/trade/shop/ShippingPage.vue')), meta: { title: 'nav.shop-shipping', needs: 'person' } },
  { path: '/shop/freight', component: page(() => import('@/catalog/freight/FreightPage.vue')), meta: { title: 'nav.shop-freight', needs: 'person' } },
  { path: '/shop/aftersales', component: page(() => import('@/aftersales/shop/ShopReturnsPage.vue')), meta: { title: 'nav.shop-aftersales', needs: 'person' } },
  { path: '/shop/messages', component: page(() => import('@/trade/messages/MessagesPage.vue')), meta: { title: 'nav.shop-messages', needs: 'person' } },
  { path: '/shop/reviews', component: page(() => import('@/aftersales/shop/ShopReviewsPage.vue')), meta: { title: 'nav.shop-reviews', needs: 'person' } },
  { path: '/shop/credit', component: page(() => import('@/aftersales/shop/ShopCreditPage.vue')), meta: { title: 'nav.shop-credit', needs: 'person' } },
  { path: '/shop/products', component: page(() => import('@/catalog/shop/OwnProductsPage.vue')), meta: { title: 'nav.shop-products', needs: 'person' } },
  { path: '/shop/products/new', component: page(() => import('@/catalog/shop/ProductEditPage.vue')), meta: { title: 'own-product.new', needs: 'person' } },
  { path: '/shop/products/sheets', component: page(() => import('@/catalog/shop/SheetsPage.vue')), meta: { title: 'sheet.title', needs: 'person' } },
  { path: '/shop/products/:id(\\d+)', component: page(() => import('@/catalog/shop/ProductEditPage.vue')), props: true, meta: { title: 'edit', needs: 'person' } },
  { path: '/shop/sales', component: page(() => import('@/catalog/shop/SalesPage.vue')), meta: { title: 'nav.shop-sales', needs: 'person' } },
  { path: '/shop/alliance', component: page(() => import('@/affiliate/AlliancePage.vue')), meta: { title: 'nav.shop-alliance', needs: 'person' } },
  { path: '/shop/past-sales', component: page(() => import('@/pastsales/PastSalesPage.vue')), meta: { title: 'nav.shop-past-sales', needs: 'person' } },
  { path: '/shop/settlement', component: page(() => import('@/affiliate/ShopSettlementPage.vue')), meta: { title: 'nav.shop-settlement', needs: 'person' } },
  { path: '/shop/external', component: page(() => import('@/catalog/external/ExternalPage.vue')), meta: { title: 'nav.shop-external', needs: 'person' } },
  { path: '/shop/promotions', component: page(() => import('@/promotion/ShopPromotionsPage.vue')), meta: { title: 'nav.shop-promotions', needs: 'person' } },
  { path: '/operator/promotions', component: page(() => import('@/promotion/SitePromotionsPage.vue')), meta: { title: 'nav.site-promotions', needs: 'operator' } },
  { path: '/coupons', component: page(() => import('@/promotion/VouchersPage.vue')), meta: { title: 'nav.coupons', needs: 'person' } },
  { path: '/shop/staff', component: page(() => import('@/catalog/staff/StaffPage.vue')), meta: { title: 'nav.shop-staff', needs: 'person' } },
  { path: '/me/workplaces', component: page(() => import('@/catalog/staff/WorkplacesPage.vue')), meta: { title: 'nav.workplaces', needs: 'person' } },
  { path: '/group/:id(\\d+)', component: page(() => import('@/promotion/groups/GroupPage.vue')), props: true, meta: { title: 'group' } },
  { path: '/appeal/:id(\\d+)', component: page(() => import('@/promotion/sharing/AppealPage.vue')), props: true, meta: { title: 'appeal' } },
  { path: '/groups', component: page(() => import('@/promotion/groups/GroupsPage.vue')), meta: { title: 'nav.groups', needs: 'person' } },
  { path: '/shop/settings', component: page(() => import('@/catalog/shop/ShopSettingsPage.vue')), meta: { title: 'nav.shop-settings', needs: 'person' } },
  { path: '/operator/reviews', component: page(() => import('@/governance/ReviewsPage.vue')), meta: { title: 'nav.reviews', needs: 'operator' } },
  { path: '/operator/live', component: page(() => import('@/live/WallPage.vue')), meta: { title: 'nav.live-wall', needs: 'operator' } },
  { path: '/operator/gifts', component: page(() => import('@/live/GiftsPage.vue')), meta: { title: 'nav.gifts', needs: 'operator' } },
  { path: '/operator/complaints', component: page(() => import('@/aftersales/ComplaintsPage.vue')), meta: { title: 'nav.complaints', needs: 'operator' } },
  { path: '/operator/disputes', component: page(() => import('@/aftersales/DisputesPage.vue')), meta: { title: 'nav.disputes', needs: 'operator' } },
  { path: '/operator/credit', component: page(() => import('@/aftersales/credit/CreditBoardPage.vue')), meta: { title: 'nav.credit', needs: 'operator' } },
  { path: '/operator/board', component: page(() => import('@/insight/board/OperatorBoardPage.vue')), meta: { title: 'nav.board', needs: 'operator' } },
  { path: '/operator/pools', component: page(() => import('@/traffic/pools/PoolsPage.vue')), meta: { title: 'nav.pools', needs: 'operator' } },
  { path: '/models', component: page(() => import('@/feed/models/ModelsPage.vue')), meta: { title: 'nav.models' } },
  { path: '/operator/policies', component: page(() => import('@/policy/PoliciesPage.vue')), meta: { title: 'nav.policies', needs: 'operator' } },
  { path: '/operator/traffic', component: page(() => import('@/insight/traffic/TrafficPage.vue')), meta: { title: 'nav.traffic', needs: 'operator' } },
  { path: '/operator/lake', component: page(() => import('@/insight/lake/LakePage.vue')), meta: { title: 'nav.lake', needs: 'operator' } },
  { path: '/operator/demo', component: page(() => import('@/insight/tour/DemoPage.vue')), meta: { title: 'nav.demo', needs: 'operator' } },
  { path: '/auditor/payouts', component: page(() => import('@/affiliate/PayoutsPage.vue')), meta: { title: 'nav.payouts', needs: 'auditor' } },
  { path: '/operator/rates', component: page(() => import('@/payment/rates/RatesPage.vue')), meta: { title: 'nav.rates', needs: 'operator' } },
  { path: '/auditor/reconciliations', component: page(() => import('@/payment/reconciliation/ReconciliationsPage.vue')), meta: { title: 'nav.reconciliations', needs: 'auditor' } },
  { path: '/operator/people', component: page(() => import('@/identity/people/PeoplePage.vue')), meta: { title: 'nav.people', needs: 'operator' } },
  { path: '/operator/categories', component: page(() => import('@/catalog/categories/CategoriesPage.vue')), meta: { title: 'nav.categories', needs: 'operator' } },
  { path: '/operator/entries', component: page(() => import('@/catalog/entry/EntriesPage.vue')), meta: { title: 'nav.entries', needs: 'operator' } },
  { path: '/operator/keys', component: page(() => import('@/identity/people/KeysPage.vue')), meta: { title: 'nav.keys', needs: 'operator' } },
  { path: '/rules/:version(\\d+)?', component: page(() => import('@/policy/RulesPage.vue')), props: true, meta: { title: 'rules' } },
  { path: '/ledger', component: page(() => import('@/ledger/LedgerPage.vue')), meta: { title: 'ledger' } },
  { path: '/transparency', component: page(() => import('@/insight/transparency/TransparencyPage.vue')), meta: { title: 'nav.transparency' } },
  { path: '/tour', component: page(() => import('@/insight/tour/TourPage.vue')), meta: { title: 'tour' } },
  { path: '/starting-over', component: page(() => import('@/insight/tour/StartingOverPage.vue')), meta: { title: 'demo.over-waiting' } },
  { path: '/:rest(.*)*', component: page(() => import('./NotFoundPage.vue')) },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => (to.fullPath === from.fullPath ? false : saved ?? (to.hash ? { el: to.hash, top: 12 } : { top: 0 })),
})

router.beforeEach(async (to) => {
  if (!to.meta.needs) return true
  await knowMe()
  const { person, may } = useMe()
  if (!person.value) return { path: '/sign-in', query: { back: to.fullPath } }
  return to.meta.needs === 'person' || may('operator') || may(to.meta.needs) ? true : '/'
})

router.afterEach((to, from) => {
  if (to.fullPath === from.fullPath && from.matched.length) return
  document.title = to.meta.title ? `${t(to.meta.title)} · ${t('brand')}` : t('brand')
})
