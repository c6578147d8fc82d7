import type { conversation as zh } from '../zh/conversation'

export const conversation: Record<keyof typeof zh, string> = {
  'bullets.held': 'Your comment waits for review',
  'bullets.off': 'Hide comments over the film',
  'bullets.on': 'Show comments over the film',
  'bullets.report': 'Report: {text}',
  'bullets.say': 'Say it over the film',
  'comments': 'Comment',
  'comments.count': '{n} comments',
  'comments.creator': 'Creator',
  'comments.deleted': 'Comment deleted',
  'comments.deleted-toast': 'Comment deleted',
  'comments.none': 'No comments yet. Say the first word.',
  'comments.replies': 'View {n} replies',
  'comments.reply': 'Reply',
  'comments.replying': 'Replying to {name}',
  'comments.say': 'Say something nice…',
  'comments.send': 'Send',
  'comments.sending': 'Sending…',
}
