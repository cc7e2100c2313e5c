/**
 * Notices (お知らせ) of those who run a platform: {@link io.fumikura.notice.NoticeBoard} is where they write them, {@link
 * io.fumikura.notice.Notices} where people read them.
 */
@Export
@Version("1.0.0")
@NullMarked
package io.fumikura.notice;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
