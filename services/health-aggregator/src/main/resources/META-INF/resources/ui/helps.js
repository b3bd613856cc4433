// Small helps: the list of keys (?), and the address of a page to be copied.
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

  document.addEventListener('click', function (event) {
    if (event.target.closest('#help')) { show(); }
    var button = event.target.closest('[data-copy]');
    if (!button) { return; }
    var address = window.location.href.replace(/[?&]done=[a-z]+/, '');
    var way = navigator.clipboard ? navigator.clipboard.writeText(address).catch(function () { return byHand(address); }) : byHand(address);
    way.then(function () { copied(button, 'Copied'); }, function () { copied(button, 'Not copied'); });
  });
})();
