package org.plainline.knowledge;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;

/**
 * What the networks run in, for as long as the process lives. The library gives its native half back as soon as the
 * process begins to end, beneath whoever is still answering or loading, and the process crashes
 * (https://github.com/microsoft/onnxruntime/issues/31352). The native half counts who holds it; one more holder, who
 * never gives it back, keeps it.
 */
final class NetworkRuntime {
    static final OrtEnvironment ENVIRONMENT = held();

    private NetworkRuntime() {}

    private static OrtEnvironment held() {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try {
            var api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
            api.setAccessible(true);
            var hold = OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
            hold.setAccessible(true);
            hold.invoke(
                    null,
                    api.getLong(null),
                    OrtLoggingLevel.ORT_LOGGING_LEVEL_WARNING.getValue(),
                    OrtEnvironment.DEFAULT_NAME);
            return environment;
        } catch (ReflectiveOperationException otherLibrary) {
            throw new IllegalStateException("This version of the networks' library is not known", otherLibrary);
        }
    }
}
