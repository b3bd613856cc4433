// Keeps a page up to date: one event stream a tab says what has changed, htmx fetches it. Closed while the tab is hidden, because a browser
// allows few streams to one address.
(function () {
  'use strict';
  var body = document.body;
  var lamp = document.getElementById('live');
  var stream = null;
  var waiting = {};
  if (!lamp || !body.dataset.live) { return; }

  function say(text, on) {
    lamp.textContent = text;
    lamp.classList.toggle('on', on);
  }

  // What changes while a refresh is on its way would be told to the piece that this one replaces, and be lost: it waits for the new piece.
  var fetching = 0;
  // Its end is heard of the request itself: of a piece that is no longer in the page, htmx tells nobody.
  body.addEventListener('htmx:beforeSend', function (event) {
    fetching++;
    event.detail.xhr.addEventListener('loadend', function () { setTimeout(function () { fetching--; }, 100); });
  });

  // At most one refresh of the same thing in 200 ms, and always one after the last change.
  function tell(name) {
    if (!waiting[name]) { later(name, 50); }
  }

  function later(name, tries) {
    waiting[name] = setTimeout(function () {
      if (fetching > 0 && tries > 0) {
        later(name, tries - 1);
        return;
      }
      waiting[name] = null;
      body.dispatchEvent(new CustomEvent(name));
    }, 200);
  }

  function changed(what) {
    if (what !== 'stack' && what !== 'hooks') { tell('changed'); }
    tell('changed-' + what);
  }

  function everything() {
    tell('changed');
    tell('changed-stack');
    tell('changed-hooks');
    var article = document.querySelector('#request[data-id]');
    if (article) { tell('changed-' + article.dataset.id); }
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
  // What changes all the time, such as speeds, is asked for at a steady pace.
  setInterval(function () {
    if (!document.hidden) { tell('tick'); }
  }, 3000);

  // A list that follows can be paused: what it shows stays as it is.
  var follow = document.getElementById('follow');
  var following = true;
  if (follow) {
    follow.hidden = false;
    follow.addEventListener('click', function () {
      following = !following;
      follow.textContent = following ? 'Follow' : 'Paused';
      follow.setAttribute('aria-pressed', String(following));
      if (following) { everything(); }
    });
  }
  // An open detail, and a form that somebody fills in, is not swapped away; what it missed is shown when it is closed or left.
  var missed = false;
  function busy(place) {
    return place.querySelector('details[open]') || (place.contains(document.activeElement) && document.activeElement.matches('input, select, textarea'));
  }
  body.addEventListener('htmx:beforeRequest', function (event) {
    var place = event.detail.elt;
    var live = place.matches('section, article');
    if (!live) { return; }
    if (busy(place)) { missed = true; }
    if (busy(place) || (place.hasAttribute('data-follows') && !following)) { event.preventDefault(); }
  });
  function catchUp() {
    if (missed) {
      missed = false;
      setTimeout(everything, 0);
    }
  }
  document.addEventListener('toggle', catchUp, true);
  document.addEventListener('focusout', catchUp);

  // A session that has ended answers with the login: it is shown as a page, not as a piece of one.
  body.addEventListener('htmx:beforeSwap', function (event) {
    if (/\/(login|setup)$/.test(event.detail.xhr.responseURL || '')) {
      event.detail.shouldSwap = false;
      window.location.reload();
    }
  });

  // Keys: / finds, g and a letter goes to a page.
  var went = false;
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, select, textarea')) { return; }
    var find = document.querySelector('input[type=search]');
    if (event.key === '/' && find) {
      event.preventDefault();
      find.focus();
    } else if (went) {
      var page = { o: 0, r: 1, d: 2, e: 3, h: 4, s: 5 }[event.key];
      var link = document.querySelectorAll('header nav a')[page];
      if (link) { link.click(); }
    }
    went = event.key === 'g';
  });

  // Without a stream the page still follows, more slowly.
  setInterval(function () {
    if (!document.hidden && (!stream || stream.readyState !== EventSource.OPEN)) { everything(); }
  }, 30000);
})();
