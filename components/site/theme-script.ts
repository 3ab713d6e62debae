/**
 * Source of the inline script that runs before the first paint: no flash of the wrong colours, and the header shows the
 * account instead of "Sign in" where this browser may be signed in. Both are in cookies: its other storage takes a slow
 * phone longer to open. Until that paint is made, `data-early` says so (globals.css); whoever came for a place further
 * down is brought there at once.
 */
export const themeScript = `try{var d=document.documentElement.dataset,c=document.cookie;if(/(?:^|; )framewise-member=1/.test(c))d.member="";var t=/(?:^|; )theme=(light|dark)/.exec(c);if(t)d.theme=t[1];if(!location.hash){d.early="";requestAnimationFrame(function(){setTimeout(function(){delete d.early})})}}catch(e){}`;
