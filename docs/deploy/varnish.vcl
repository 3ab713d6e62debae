# Varnish before Framewise, which tells it what changed: PURGE_STYLE=varnish, and see docs/deploy.md, "Caches in front". It
# needs vmod_xkey, of the package varnish-modules.
vcl 4.1;

import std;
import xkey;

# An instance.
backend default {
    .host = "127.0.0.1";
    .port = "3001";
}

# The machines that Framewise runs on.
acl purgers {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ purgers || !req.http.xkey) {
            return (synth(403));
        }
        return (synth(200, "Purged " + xkey.purge(req.http.xkey)));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Whoever has a cookie of ours is asked for at Framewise itself; so is whatever isn't a plain reading of a page.
    if (req.http.Authorization || req.http.Cookie ~ "framewise-|next-auth" || req.http.RSC || req.url ~ "\?" || req.url ~ "^/api/") {
        return (pass);
    }
    unset req.http.Cookie;
    return (hash);
}

sub vcl_backend_response {
    set beresp.http.xkey = beresp.http.Surrogate-Key;
    set beresp.grace = 0s;
    if (beresp.status == 200 && !beresp.http.Set-Cookie && beresp.http.Surrogate-Control ~ "max-age=[1-9]") {
        set beresp.ttl = std.duration(regsub(beresp.http.Surrogate-Control, "^.*max-age=([0-9]+).*$", "\1s"), 0s);
    } else {
        # For a moment nobody waits for another's answer, because it won't be kept; then it is seen whether it may.
        set beresp.uncacheable = true;
        set beresp.ttl = 1s;
    }
    return (deliver);
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Control;
}
