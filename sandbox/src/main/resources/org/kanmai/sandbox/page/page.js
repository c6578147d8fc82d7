'use strict';
// Tells the shop's window what came of it, counts down, and sends the form once.
const { state, origin } = document.body.dataset;
const framed = window.parent !== window;
if (framed && origin && state !== 'open') {
  window.parent.postMessage({ source: 'kanmai-sandbox', state }, origin);
}
if (framed) {
  for (const link of document.querySelectorAll('.back')) link.hidden = true;
}

const left = document.querySelector('.left');
if (left) {
  const end = performance.now() + Number(left.dataset.seconds) * 1000;
  const two = (number) => String(number).padStart(2, '0');
  const tick = () => {
    const seconds = Math.max(0, Math.ceil((end - performance.now()) / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    left.textContent = hours ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
    if (seconds === 0) {
      clearInterval(counting);
      setTimeout(() => location.reload(), 1500);
    }
  };
  const counting = setInterval(tick, 1000);
}

const form = document.querySelector('form');
if (form) {
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
    // Only marked: a disabled button would not send its own value.
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-disabled', 'true');
  });
  // Coming back by the browser's history finds the page as it was left.
  window.addEventListener('pageshow', (event) => { if (event.persisted) location.reload(); });
}
