package org.tierline.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;

import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Whatever is on the class path: the engine runs no script, of any language. */
class NoScripts implements ScriptEngineResolver {

	@Override
	public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
		return null;
	}

	@Override
	public ScriptEngineManager getScriptEngineManager() {
		return new ScriptEngineManager();
	}

	@Override
	public void addScriptEngineFactory(ScriptEngineFactory factory) {
		// None is wanted.
	}

}
