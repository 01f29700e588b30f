// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/legacy/sandboxedoffice.h"

#include <QDeadlineTimer>
#include <QFileInfo>
#include <QHash>
#include <QProcess>
#include <QStandardPaths>

#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

namespace expunge::formats::legacy {

using namespace Qt::StringLiterals;
using base::ErrorCode;
using base::failure;
using base::Result;

namespace {

constexpr qsizetype messageLimit = 4096;   // of the programs' messages, as many bytes are looked at
constexpr int pollInterval = 50;           // ms between two looks at the stop token

/// Settings of LibreOffice (its registry schemas Common, Writer and Calc): no macros whatever the
/// file says, no links followed.
QString officeSettings()
{
    const auto item = [](const QString &path, const QString &name, const QString &value) {
        return QString(u"<item oor:path=\"/org.openoffice.Office."_s % path
                       % u"\"><prop oor:name=\""_s % name % u"\" oor:op=\"fuse\"><value>"_s % value
                       % u"</value></prop></item>"_s);
    };
    const QString scripting = u"Common/Security/Scripting"_s;
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<oor:items "
           "xmlns:oor=\"http://openoffice.org/2001/registry\">"_s
           % item(scripting, u"MacroSecurityLevel"_s, u"3"_s)
           % item(scripting, u"DisableMacrosExecution"_s, u"true"_s)
           % item(scripting, u"BlockUntrustedRefererLinks"_s, u"true"_s)
           % item(u"Writer/Content/Update"_s, u"Link"_s, u"0"_s)
           % item(u"Calc/Content/Update"_s, u"Link"_s, u"2"_s) % u"</oor:items>\n"_s;
}

/// LibreOffice's names of the filters that read a format, to be tried in this order. Without a
/// filter it reads whatever it does not know as plain text, damaged files among them.
QStringList importFilters(const QString &suffix)
{
    static const QHash<QString, QStringList> filters{
        {u"doc"_s, {u"MS Word 97"_s, u"MS Word 95"_s, u"MS WinWord 6.0"_s}},
        {u"xls"_s, {u"MS Excel 97"_s, u"MS Excel 95"_s}},
        {u"ppt"_s, {u"MS PowerPoint 97"_s}},
        {u"rtf"_s, {u"Rich Text Format"_s}},
        {u"xlsb"_s, {u"Calc MS Excel 2007 Binary"_s}},
    };
    return filters.value(suffix);
}

/// Runs inside: settings, suffix, new suffix, LibreOffice, filters. The file comes in by the
/// standard input and goes out by the standard output, so that it stands on no disk.
QString insideScript()
{
    return u"settings=$1 from=$2 to=$3 office=$4\n"
           "shift 4\n"
           "mkdir -p /tmp/profile/user || exit 1\n"
           "printf '%s' \"$settings\" >/tmp/profile/user/registrymodifications.xcu || exit 1\n"
           "cat >\"/tmp/file.$from\" || exit 1\n"
           "for filter; do\n"
           "  \"$office\" -env:UserInstallation=file:///tmp/profile --headless --invisible "
           "--nologo --nodefault --norestore --nolockcheck --nofirststartwizard "
           "--infilter=\"$filter\" --convert-to \"$to\" --outdir /tmp/out \"/tmp/file.$from\" "
           "</dev/null >&2 || exit 1\n"
           "  [ -s \"/tmp/out/file.$to\" ] && exec cat \"/tmp/out/file.$to\"\n"
           "done\n"
           "exit 1\n"_s;
}

void setLimit(__rlimit_resource_t resource, quint64 value)
{
    const rlimit limit{value, value};
    ::setrlimit(resource, &limit);
}

/// One run of the sandbox; whatever is still running is killed with this object.
class SandboxRun
{
public:
    explicit SandboxRun(const ConversionLimits &limits)
        : m_limits(limits)
    {
        m_process.setChildProcessModifier([limits] {
            ::setpgid(0, 0);   // so that all of it can be killed at once
            setLimit(RLIMIT_AS, limits.memoryBytes);
            setLimit(RLIMIT_CPU, limits.cpuSeconds);
            setLimit(RLIMIT_FSIZE, limits.fileBytes);
            setLimit(RLIMIT_CORE, 0);   // a core file would hold the document
        });
    }
    SandboxRun(const SandboxRun &) = delete;
    SandboxRun &operator=(const SandboxRun &) = delete;
    ~SandboxRun() { kill(); }

    bool start(const QString &program, const QStringList &arguments, const QByteArray &input)
    {
        m_process.start(program, arguments);
        if (!m_process.waitForStarted()) {
            return false;
        }
        m_group = static_cast<pid_t>(m_process.processId());
        m_process.write(input);
        m_process.closeWriteChannel();
        return true;
    }

    /// False when it was stopped before its end: by the job, by the time or by the size of what it
    /// wrote.
    bool finish(const base::JobContext &job)
    {
        const QDeadlineTimer deadline(m_limits.wall);
        while (m_process.state() != QProcess::NotRunning) {
            m_process.waitForFinished(pollInterval);
            collect();
            if (job.cancelled() || deadline.hasExpired()
                || static_cast<quint64>(m_output.size()) > m_limits.fileBytes) {
                kill();
                return false;
            }
        }
        collect();
        return true;
    }

    bool succeeded() const
    {
        return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0;
    }
    const QByteArray &output() const { return m_output; }
    const QByteArray &messages() const { return m_messages; }

private:
    void collect()
    {
        m_output += m_process.readAllStandardOutput();
        m_messages += m_process.readAllStandardError();
        m_messages.truncate(messageLimit);
    }

    void kill()
    {
        if (m_process.state() != QProcess::NotRunning) {
            ::kill(-m_group, SIGKILL);   // the sandbox has a process space of its own: it goes too
            m_process.waitForFinished();
        }
    }

    ConversionLimits m_limits;
    QProcess m_process;
    pid_t m_group = 0;
    QByteArray m_output;
    QByteArray m_messages;
};

/// LibreOffice inside bubblewrap.
class SandboxedOffice final : public Converter
{
public:
    SandboxedOffice(OfficePrograms programs, const ConversionLimits &limits)
        : m_programs(std::move(programs))
        , m_limits(limits)
    {
    }

    Result<QByteArray> convert(const Conversion &conversion,
                               const base::JobContext &job) const override
    {
        if (m_programs.office.isEmpty() || m_programs.sandbox.isEmpty()) {
            return failure(ErrorCode::ConverterMissing, conversion.path,
                           m_programs.office.isEmpty() ? u"LibreOffice"_s : u"bubblewrap"_s);
        }
        QStringList arguments = sandboxArguments(m_limits);
        arguments << u"/bin/sh"_s << u"-c"_s << insideScript() << u"sh"_s << officeSettings()
                  << conversion.from << conversion.to << m_programs.office
                  << importFilters(conversion.from);
        SandboxRun run(m_limits);
        if (!run.start(m_programs.sandbox, arguments, conversion.bytes)) {
            return failure(ErrorCode::ConverterMissing, conversion.path, u"bubblewrap"_s);
        }
        const bool finished = run.finish(job);
        if (job.cancelled()) {
            return failure(ErrorCode::Cancelled, conversion.path);
        }
        if (!finished) {
            return failure(ErrorCode::ConversionFailed, conversion.path,
                           u"it took too long or grew too large"_s);
        }
        // bubblewrap's own messages begin with its name: it may make no sandbox here
        if (!run.succeeded() && run.messages().startsWith("bwrap: ")) {
            return failure(ErrorCode::ConverterMissing, conversion.path,
                           u"permission for bubblewrap to make a sandbox"_s);
        }
        if (!run.succeeded() || run.output().isEmpty()) {
            return failure(ErrorCode::ConversionFailed, conversion.path);
        }
        return run.output();
    }

private:
    OfficePrograms m_programs;
    ConversionLimits m_limits;
};

}   // namespace

QStringList sandboxArguments(const ConversionLimits &limits)
{
    QStringList arguments{u"--unshare-all"_s,   // no network among them
                          u"--die-with-parent"_s, u"--new-session"_s, u"--cap-drop"_s, u"ALL"_s,
                          u"--clearenv"_s};
    const auto set = [&](const QString &name, const QString &value) {
        arguments << u"--setenv"_s << name << value;
    };
    set(u"HOME"_s, u"/tmp"_s);
    set(u"PATH"_s, u"/usr/bin:/bin"_s);
    set(u"LANG"_s, u"C.UTF-8"_s);
    set(u"TZ"_s, u"UTC"_s);
    set(u"SAL_USE_VCLPLUGIN"_s, u"svp"_s);   // LibreOffice draws without a display
    for (const QString &path : {u"/usr"_s, u"/bin"_s, u"/lib"_s, u"/lib64"_s, u"/opt"_s,
                                u"/etc/fonts"_s, u"/etc/libreoffice"_s, u"/etc/alternatives"_s,
                                u"/etc/ld.so.cache"_s, u"/var/cache/fontconfig"_s}) {
        arguments << u"--ro-bind-try"_s << path << path;
    }
    return arguments << u"--proc"_s << u"/proc"_s << u"--dev"_s << u"/dev"_s << u"--size"_s
                     << QString::number(limits.fileBytes) << u"--tmpfs"_s << u"/tmp"_s
                     << u"--remount-ro"_s << u"/"_s << u"--chdir"_s << u"/tmp"_s;
}

OfficePrograms OfficePrograms::find()
{
    OfficePrograms programs;
    programs.sandbox = QStandardPaths::findExecutable(u"bwrap"_s);
    for (const QString &name : {u"soffice"_s, u"libreoffice"_s}) {
        const QString found = QStandardPaths::findExecutable(name);
        if (programs.office.isEmpty() && !found.isEmpty()) {
            programs.office = QFileInfo(found).canonicalFilePath();
        }
    }
    return programs;
}

std::unique_ptr<const Converter> makeSandboxedOffice(const OfficePrograms &programs,
                                                     const ConversionLimits &limits)
{
    return std::make_unique<SandboxedOffice>(programs, limits);
}

}   // namespace expunge::formats::legacy
