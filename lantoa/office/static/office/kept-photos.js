// Photos taken where there is no connection: kept on the phone, sent once when it is back.
// A form with data-keep is sent as always; when that fails, its fields and files wait in the browser's store.

const STORE = "forms";
const opened = new Promise((resolve, reject) => {
  const asked = indexedDB.open("lantoa-kept", 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: "key" });
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
});

const inStore = async (mode, work) => {
  const store = (await opened).transaction(STORE, mode).objectStore(STORE);
  const asked = work(store);
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
};

const newKey = () => [...crypto.getRandomValues(new Uint8Array(16))].map((b) => b.toString(16).padStart(2, "0")).join("");

const notice = () => {
  let place = document.getElementById("kept");
  if (!place) {
    place = document.createElement("div");
    place.id = "kept";
    place.className = "notice";
    place.setAttribute("role", "status");
    document.querySelector("main h1")?.after(place);
  }
  return place;
};

const tell = async (words) => {
  const kept = await inStore("readonly", (store) => store.getAll());
  if (!kept.length && !words) return;
  const says = words ?? `Đang giữ ${kept.length} ảnh trên máy này, chưa gửi được: ${kept.map((one) => one.name).join("; ")}.`;
  const place = notice();
  place.replaceChildren();
  const line = document.createElement("p");
  line.textContent = says;
  place.append(line);
  if (!kept.length) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "btn second";
  button.textContent = "Gửi ngay";
  button.addEventListener("click", sendKept);
  place.append(button);
};

// "sent", "refused" (the server answered no: a person must look), "sign-in", or "later" (no connection).
const send = async (kept) => {
  const body = new FormData();
  for (const [name, value] of kept.fields) body.append(name, value);
  const token = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (token) body.set("csrfmiddlewaretoken", token.value);
  try {
    const answer = await fetch(kept.address, { method: "POST", body });
    if (answer.redirected && new URL(answer.url).pathname.includes("dang-nhap")) return "sign-in";
    if (answer.redirected && answer.ok) return "sent";
    return answer.status >= 500 ? "later" : "refused";
  } catch {
    return "later";
  }
};

// A line that has just come back may still drop the first request: try again, less and less often.
const PATIENCE = { first: 2_000, most: 60_000 };
let wait = PATIENCE.first;
const againLater = () => {
  setTimeout(sendKept, wait);
  wait = Math.min(wait * 2, PATIENCE.most);
};

let busy = false;
async function sendKept() {
  if (busy) return;
  busy = true;
  const outcomes = [];
  try {
    for (const kept of await inStore("readonly", (store) => store.getAll())) {
      const outcome = await send(kept);
      outcomes.push(outcome);
      if (outcome === "sent") await inStore("readwrite", (store) => store.delete(kept.key));
      if (outcome === "refused") {
        // It will never be accepted as it is: back to the person, who sees the reason on the page itself.
        await inStore("readwrite", (store) => store.delete(kept.key));
        await tell(`Máy chủ không nhận ảnh của “${kept.name}”. Mở lại nơi treo đó, xem lý do rồi nộp lại.`);
      }
    }
  } finally {
    busy = false;
  }
  if (outcomes.includes("later")) againLater();
  if (outcomes.includes("sent") && !outcomes.includes("refused")) location.reload();
  else if (outcomes.includes("sign-in")) await tell("Phiên làm việc đã hết. Đăng nhập lại để gửi ảnh đang giữ trên máy này.");
  else if (!outcomes.includes("refused")) await tell();
}

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.dataset.keep || event.defaultPrevented) return;
  event.preventDefault();
  const key = form.querySelector("input[name=key]");
  key.value = key.value || newKey();
  const fields = [...new FormData(form).entries()];
  const kept = { key: key.value, address: form.action, name: form.dataset.keep, fields };
  await inStore("readwrite", (store) => store.put(kept)); // kept first: a closed page loses nothing
  const outcome = await send(kept);
  if (outcome === "later") {
    againLater();
    await tell(`Chưa có mạng. Ảnh của “${kept.name}” đã giữ trên máy này và sẽ tự gửi khi có mạng.`);
    return;
  }
  if (outcome === "sign-in") {
    await tell("Phiên làm việc đã hết. Đăng nhập lại để gửi ảnh đang giữ trên máy này.");
    return;
  }
  await inStore("readwrite", (store) => store.delete(kept.key));
  if (outcome === "sent") location.reload();
  else HTMLFormElement.prototype.submit.call(form); // the page itself says what is wrong
});

addEventListener("online", sendKept);
if (navigator.onLine) sendKept();
else tell();

const worker = document.querySelector("form[data-worker]")?.dataset.worker;
if (worker && "serviceWorker" in navigator) {
  navigator.serviceWorker.register(worker);
  navigator.serviceWorker.ready.then((registration) => {
    const parts = [...document.querySelectorAll("link[rel=stylesheet], script[src]")].map((one) => one.href || one.src);
    registration.active.postMessage([location.href, ...parts]);
  });
}
