// Small helps: the list of keys (?), the address of a page to be copied, and times as "5 min ago" for whoever wants them so.
(function () {
  'use strict';
  document.documentElement.classList.add('js');
  var keys = document.getElementById('keys');

  function show() {
    if (keys && !keys.open) { keys.showModal(); }
  }

  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) { return; }
    if (event.key === '?') { show(); }
  });

  // Where the page is not on HTTPS, a browser has no clipboard for it, only the old way.
  function byHand(text) {
    var field = document.createElement('textarea');
    field.value = text;
    document.body.appendChild(field);
    field.select();
    var done = document.execCommand('copy');
    field.remove();
    return done ? Promise.resolve() : Promise.reject();
  }

  function copied(button, words) {
    var before = button.dataset.words || button.textContent;
    button.dataset.words = before;
    button.textContent = words;
    setTimeout(function () { button.textContent = before; }, 2000);
  }

  // The choice is this browser's own; where it keeps nothing, it holds for the page.
  var times = document.getElementById('times');
  var relative = false;
  try { relative = window.localStorage.getItem('conveyarr.times') === 'relative'; } catch (e) { relative = false; }

  function spoken(then) {
    var seconds = Math.round((Date.now() - then) / 1000);
    var far = Math.abs(seconds);
    var text = far < 60 ? far + ' s' : far < 3600 ? Math.floor(far / 60) + ' min'
      : far < 172800 ? Math.floor(far / 3600) + ' h' : Math.floor(far / 86400) + ' d';
    return seconds < 0 ? 'in ' + text : text + ' ago';
  }

  function paint() {
    if (times) { times.setAttribute('aria-pressed', String(relative)); }
    document.querySelectorAll('time[datetime]').forEach(function (one) {
      if (relative) {
        one.title = one.title || one.textContent;
        one.textContent = spoken(Date.parse(one.dateTime));
      } else if (one.title) {
        one.textContent = one.title;
        one.removeAttribute('title');
      }
    });
  }

  function choose() {
    relative = !relative;
    try { window.localStorage.setItem('conveyarr.times', relative ? 'relative' : 'plain'); } catch (e) { /* kept nowhere */ }
    paint();
  }

  paint();
  document.body.addEventListener('htmx:load', paint);
  setInterval(function () { if (relative && !document.hidden) { paint(); } }, 10000);

  document.addEventListener('click', function (event) {
    if (event.target.closest('#help')) { show(); }
    if (event.target.closest('#times')) { choose(); }
    var button = event.target.closest('[data-copy]');
    if (!button) { return; }
    var address = window.location.href.replace(/[?&]done=[a-z]+/, '');
    var way = navigator.clipboard ? navigator.clipboard.writeText(address).catch(function () { return byHand(address); }) : byHand(address);
    way.then(function () { copied(button, 'Copied'); }, function () { copied(button, 'Not copied'); });
  });
})();
