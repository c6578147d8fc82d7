/** Calls back once a frame of the video is on the screen: `playing` comes earlier and would uncover a black picture. */
export function onFrame(video: HTMLVideoElement, act: () => void): void {
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(act)
  else (video as HTMLVideoElement).addEventListener('timeupdate', act, { once: true })
}
