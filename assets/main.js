// What every page runs: htmx, forms that are sent once, focus on errors and on what was found, menus, dialogs, suggestions, words to read again, themes, printing.
import "./htmx.js";
import "./waiting.js";
import "./forms.js";
import "./focus.js";
import "./menus.js";
import "./dialogs.js";
import "./combobox.js";
import "./careful.js";
import "./appearance.js";
import "./worklist.js";
import "./print.js";
