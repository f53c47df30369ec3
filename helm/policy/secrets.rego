# Secrets are named, never written.
package main

deny contains refusal("secret-written", secret, "secrets are made outside of the chart and named in its values") if {
	some secret in of_kind("Secret")
	some field in ["data", "stringData"]
	count(object.get(secret, field, {})) > 0
}

deny contains refusal("secret-in-variable", item.owner, sprintf("variable %s must come from a Secret", [variable.name])) if {
	some item in containers
	some variable in object.get(item.container, "env", [])
	object.get(variable, "value", "") != ""
	looks_secret(variable.name, variable.value)
}

deny contains refusal("secret-in-settings", settings, sprintf("%s is a secret", [key])) if {
	some settings in of_kind("ConfigMap")
	some key, value in object.get(settings, "data", {})
	looks_secret(key, value)
}

looks_secret(key, _) if regex.match(`(?i)(password|passwd|secret_key|private_key|token|auth_secret|database_url|smtp_url)$`, key)

looks_secret(_, value) if regex.match(`://[^/\s:@]+:[^/\s@]+@`, value)

looks_secret(_, value) if contains(value, "PRIVATE KEY-----")
