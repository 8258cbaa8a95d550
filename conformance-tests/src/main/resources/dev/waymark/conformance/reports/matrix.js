// Only filters and opens: without it the page says the same.
(() => {
  const operations = [...document.querySelectorAll('.operation')];
  const only = document.getElementById('only');
  const find = document.getElementById('find');
  const open = () => {
    const there = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = there; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    if (there) there.scrollIntoView({ block: 'start' });
  };
  addEventListener('hashchange', open);
  open();
  if (!only) return;
  document.querySelector('.tools').hidden = false;
  for (const one of operations) one.classList.toggle('quiet', !one.querySelector('.row:not(.kept)'));
  only.onchange = () => document.body.classList.toggle('only', only.checked);
  find.oninput = () => {
    const wanted = find.value.trim().toLowerCase();
    for (const one of operations) {
      let some = false;
      for (const row of one.querySelectorAll('.row')) {
        const is = !wanted || (row.nextElementSibling?.id + ' ' + row.textContent).toLowerCase().includes(wanted);
        row.classList.toggle('gone', !is);
        some ||= is;
      }
      one.classList.toggle('gone', !some);
      if (wanted && some) one.open = true;
    }
  };
})();
