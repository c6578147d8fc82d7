export const conversation = {
  'comments': '评论',
  'comments.count': '{n} 条评论',
  'comments.creator': '作者',
  'comments.deleted': '评论已删除',
  'comments.deleted-toast': '评论已删除',
  'comments.none': '还没有评论，来说第一句吧',
  'comments.replies': '展开 {n} 条回复',
  'comments.reply': '回复',
  'comments.replying': '回复 {name}',
  'comments.say': '说点好听的…',
  'comments.send': '发送',
  'comments.sending': '正在发送…',
}
