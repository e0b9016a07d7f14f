const path = require('node:path');

// SvelteKit's generated tsconfig has `paths` without `baseUrl`, which dependency-cruiser does not follow:
// without this, an import through $lib is resolved to nothing and escapes every rule.
module.exports = { resolve: { alias: { $lib: path.resolve('src/lib') } } };
