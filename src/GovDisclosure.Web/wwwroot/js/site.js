// Improvements only: every page works without this file.

// An error summary is read first: it takes the focus as soon as the page is there.
document.querySelector('.error-summary')?.focus();

// A link of the summary leads into the field, not merely to it.
document.querySelector('.error-summary')?.addEventListener('click', (event) => {
  const link = event.target.closest('a[href^="#"]');
  const field = link && document.getElementById(link.hash.slice(1));
  if (field) {
    event.preventDefault();
    field.focus();
    (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) ?? field).scrollIntoView({ block: 'center' });
  }
});

// A second press of the same button sends nothing. The server counts a repeated form once anyway.
const sent = new WeakSet();
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.method !== 'post' || event.defaultPrevented) {
    return;
  }
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  event.submitter?.setAttribute('aria-disabled', 'true');
});

// Back from the next page, out of the browser's memory: the form may be sent again.
addEventListener('pageshow', (event) => {
  if (event.persisted) {
    for (const form of document.forms) {
      sent.delete(form);
      form.querySelectorAll('[aria-disabled]').forEach((button) => button.removeAttribute('aria-disabled'));
    }
  }
});
