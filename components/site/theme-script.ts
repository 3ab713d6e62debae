/**
 * Source of the inline script that runs before the first paint: no flash of the wrong colours, and the header shows the
 * account instead of "Sign in" where this browser may be signed in. Until that paint is made, `data-early` says so
 * (globals.css); whoever came for a place further down is brought there at once.
 */
export const themeScript = `try{var d=document.documentElement.dataset;if(/(?:^|; )framewise-member=1/.test(document.cookie))d.member="";var t=localStorage.getItem("theme");if(t==="light"||t==="dark")d.theme=t;if(!location.hash){d.early="";requestAnimationFrame(function(){setTimeout(function(){delete d.early})})}}catch(e){}`;
