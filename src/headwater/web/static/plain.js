import { onKeys } from "./keys.js";
import { watch } from "./progress.js";

onKeys({ u: () => { location.href = "/"; } });
watch();
