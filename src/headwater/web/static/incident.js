// An incident: along its mentions by keys.
import { onKeys, toList } from "./keys.js";
import { move } from "./lines.js";
import { watch } from "./progress.js";

onKeys({ j: () => move(1), k: () => move(-1), u: toList });
watch();
