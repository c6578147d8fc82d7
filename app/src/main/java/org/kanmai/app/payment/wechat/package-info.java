/** WeChat Pay v3: a code that buyers scan (Native), by its official SDK over the JDK's HTTP client; there only when the configuration has its keys. */
@NullMarked
package org.kanmai.app.payment.wechat;

import org.jspecify.annotations.NullMarked;
