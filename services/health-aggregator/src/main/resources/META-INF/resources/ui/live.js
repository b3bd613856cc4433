// Keeps a page up to date: one event stream a tab says what has changed, htmx fetches it. Closed while the tab is hidden, because a browser
// allows few streams to one address.
(function () {
  'use strict';
  var body = document.body;
  var lamp = document.getElementById('live');
  var stream = null;
  var waiting = {};

  function say(text, on) {
    lamp.textContent = text;
    lamp.classList.toggle('on', on);
  }

  // At most one refresh of the same thing in 200 ms, and always one after the last change.
  function tell(name) {
    if (waiting[name]) { return; }
    waiting[name] = setTimeout(function () {
      waiting[name] = null;
      body.dispatchEvent(new CustomEvent(name));
    }, 200);
  }

  function changed(what) {
    if (what !== 'stack') { tell('changed'); }
    tell('changed-' + what);
  }

  function everything() {
    tell('changed');
    tell('changed-stack');
    var article = document.querySelector('#request[hx-get]');
    if (article) { tell('changed-' + article.getAttribute('hx-get').split('/').pop()); }
  }

  function open() {
    if (stream) { return; }
    var missed = false;
    stream = new EventSource(body.dataset.live);
    stream.onopen = function () {
      say('Live', true);
      if (missed) { everything(); }
      missed = false;
    };
    stream.onerror = function () {
      missed = true;
      say('Reconnecting', false);
      if (stream && stream.readyState === EventSource.CLOSED) {
        stream = null;
        setTimeout(open, 5000);
      }
    };
    stream.addEventListener('changed', function (event) { changed(event.data); });
  }

  function close() {
    if (stream) { stream.close(); }
    stream = null;
    say('Paused', false);
  }

  document.addEventListener('visibilitychange', function () {
    if (document.hidden) {
      close();
    } else {
      open();
      everything();
    }
  });
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', function () { if (!document.hidden) { open(); } });
  if (!document.hidden) { open(); }
  // Without a stream the page still follows, more slowly.
  setInterval(function () {
    if (!document.hidden && (!stream || stream.readyState !== EventSource.OPEN)) { everything(); }
  }, 30000);
})();
