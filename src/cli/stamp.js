import { stampInstall } from './ensure.js';

// npm runs this after every install, also one made by hand, so that `npm start` does not install again.
stampInstall();
