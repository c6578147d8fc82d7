import { describe, expect, it } from 'vitest'
import { grouped, merchantTasks, operatorTasks } from '@/app/tasks'

describe('the tasks of an operator', () => {
  it('stand each under one of four headings', () => {
    const groups = grouped('demo', operatorTasks, 'nav.operator')
    expect(groups.map((one) => one.heading)).toEqual(['nav.part.works', 'nav.part.traffic', 'nav.part.trade', 'nav.part.site'])
    expect(groups.flatMap((one) => one.tasks)).toEqual(operatorTasks)
  })

  it('are those of the world, and few tasks need no headings', () => {
    expect(grouped('real', operatorTasks, 'nav.operator').flatMap((one) => one.tasks).some((one) => one.demo)).toBe(false)
    expect(grouped('real', merchantTasks, 'nav.shop')).toEqual([{ heading: 'nav.shop', tasks: merchantTasks }])
  })
})
