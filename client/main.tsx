// Starts the page in the element that index.html keeps for it.
import { render } from "preact";

render(<h1>Cruce</h1>, document.getElementById("app")!);
