package main

test_public if "function-visibility" in broken(without("function", "/metadata/labels"))

test_slow_readiness if "probe-readiness" in broken(set("container", "/readinessProbe/periodSeconds", 1))

test_no_readiness if "probe-readiness" in broken(without("container", "/readinessProbe"))

test_startup_probe if "probe-startup" in broken(set("container", "/startupProbe", {"httpGet": {"path": "/"}}))

test_no_liveness if "probe-liveness" in broken(without("container", "/livenessProbe"))

test_no_time_to_end if "function-timeout" in broken(set("function", "/spec/template/spec/timeoutSeconds", 30))

test_no_bound if "scale-bounded" in broken(without("function", "/spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale"))

test_unlimited if "scale-bounded" in broken(set("function", "/spec/template/metadata/annotations/autoscaling.knative.dev~1max-scale", "0"))

test_queue if "scale-queue" in broken(set("function", "/spec/template/spec/containerConcurrency", 1))

test_proxy_asks_for_nothing if "queue-proxy" in broken(without("function", "/spec/template/metadata/annotations/queue.sidecar.serving.knative.dev~1cpu-resource-request"))

test_slow_proxy if "queue-proxy" in broken(set("function", "/spec/template/metadata/annotations/queue.sidecar.serving.knative.dev~1cpu-resource-limit", "100m"))

test_scraped if "function-scraped" in broken(set("function", "/spec/template/metadata/annotations/prometheus.io~1scrape", "true"))

test_variable_twice if "function-variables" in broken(set("container", "/env/-", {"name": "ZERODO_LOG_LEVEL", "value": "debug"}))

test_settings_are_gone if "settings-exist" in broken(set("container", "/envFrom", [{"configMapRef": {"name": "gone"}}]))
