// The queue: one key decides on the line that is chosen, the first one to begin with.
import { onKeys } from "./keys.js";
import { chosen, move } from "./lines.js";
import { watch } from "./progress.js";

const press = (key) => () => {
  const button = chosen()?.querySelector(`button[data-key="${key}"]`);
  if (!button) return false;
  button.form.requestSubmit(button);
};

onKeys({
  j: () => move(1),
  k: () => move(-1),
  ...Object.fromEntries(["a", "r", "s", "d"].map((key) => [key, press(key)])),
  y: () => {
    const why = chosen()?.querySelector("input.why");
    if (!why) return false;
    why.focus();
  },
  Enter: (event) => {
    if (event.target.closest("a, button, summary, input")) return false;
    chosen()?.querySelector("a")?.click();
  },
});
if (!location.hash) move(1);
watch();
