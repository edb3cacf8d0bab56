// Ties our buttons to the library's passkey ceremonies. Without script the buttons stay hidden.
const trouble = (name) => name !== "NotAllowedError" && document.querySelector("[data-passkey-trouble]");

document.addEventListener("allauth.error", (event) => {
  const place = trouble(event.detail.exception?.name);
  if (place) place.hidden = false;
});

for (const form of window.PublicKeyCredential ? document.querySelectorAll("[data-passkey]") : []) {
  const { passkey, button, credential, options } = form.dataset;
  form.parentElement.hidden = false;
  window.allauth.webauthn.forms[passkey]({
    ids: { login: button, add: button, authenticate: button, credential, data: options, passwordless: "id_passwordless" },
  });
}
