/**
 * Where the page begins: reads the address, makes a session when there is none, and draws.
 */
import { effect } from "@preact/signals";
import { render } from "preact";
import { preferredLanguage, readAddress, readView, viewQuery } from "./state/address.ts";
import { connect } from "./state/connection.ts";
import { makeDesk } from "./state/desk.ts";
import type { Desk, Theme } from "./state/desk.ts";
import { createSession } from "./state/http.ts";
import { App } from "./views/app.tsx";
import { Start } from "./views/start.tsx";
import { DeskContext } from "./views/words.ts";

const THEME_KEY = "cruce.theme";

function preferredTheme(): Theme {
  const kept = localStorage.getItem(THEME_KEY);
  if (kept === "light" || kept === "dark") return kept;
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** The address and the document follow the view, so that a copied address restores it. */
function keepInStep(desk: Desk): void {
  effect(() => {
    document.documentElement.dataset["theme"] = desk.theme.value;
    if (desk.theme.value !== preferredTheme()) localStorage.setItem(THEME_KEY, desk.theme.value);
  });
  effect(() => {
    const query = viewQuery({
      language: desk.language.value,
      selected: desk.selected.value,
      wall: desk.wall.value,
      timeView: desk.timeView.value,
      screen: desk.screen.value,
      experiment: desk.read.value,
    });
    history.replaceState(null, "", `${location.pathname}${query}${location.hash}`);
  });
}

async function begin(host: HTMLElement): Promise<void> {
  const view = readView(location.search);
  const options = {
    language: preferredLanguage(view.language, navigator.languages),
    theme: preferredTheme(),
    wall: view.wall,
    selected: view.selected ?? 1,
    timeView: view.timeView,
    screen: view.screen,
    experiment: view.experiment,
  };
  let address = readAddress(location);
  if (address.kind === "new") {
    const desk = makeDesk({
      ...options,
      secret: null,
      send: () => Promise.resolve({ ok: false, refusal: "failed", problems: [] }),
      ask: () => Promise.resolve({ ok: false, refusal: "failed", problems: [] }),
    });
    document.documentElement.dataset["theme"] = options.theme;
    const draw = (refusal: Parameters<typeof Start>[0]["refusal"]): void =>
      render(
        <DeskContext.Provider value={desk}>
          <Start refusal={refusal} />
        </DeskContext.Provider>,
        host,
      );
    draw(null);
    const answer = await createSession(address.token);
    if (!answer.ok) {
      draw(answer.refusal);
      return;
    }
    const [path, secret] = answer.value.control.split("#");
    history.replaceState(null, "", `${path}${location.search}#${secret ?? ""}`);
    address = readAddress(location);
    options.language = desk.language.peek();
  }
  if (address.kind === "new") return;
  const { session, secret, role } = address;
  const connection = connect(session, secret);
  const { send, ask } = connection;
  const desk = makeDesk({ ...options, secret: role === "control" ? secret : null, send, ask });
  keepInStep(desk);
  connection.listen(desk);
  render(
    <DeskContext.Provider value={desk}>
      <App />
    </DeskContext.Provider>,
    host,
  );
}

const host = document.getElementById("page");
if (host !== null) void begin(host);
