// Loaded before a command: when it ends, tells on the last line of its errors how much memory it held at most, in kB.
process.on('exit', () => process.stderr.write(`\nmaxRSS ${process.resourceUsage().maxRSS}\n`));
