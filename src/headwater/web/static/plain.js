import { onKeys, toList } from "./keys.js";
import { watch } from "./progress.js";

onKeys({ u: toList });
watch();
