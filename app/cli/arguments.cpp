// SPDX-FileCopyrightText: 2026 The Expunge authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

namespace expunge::cli {

using namespace Qt::StringLiterals;
using tl::unexpected;

namespace {

const OptionSpec *findOption(const std::vector<OptionSpec> &options, const QString &name)
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const OptionSpec &o) { return o.name == name; });
    return found == options.end() ? nullptr : &*found;
}

const CommandSpec *findCommand(const QString &name)
{
    const auto found = std::find_if(commands().begin(), commands().end(),
                                    [&](const CommandSpec &c) { return c.name == name; });
    return found == commands().end() ? nullptr : &*found;
}

/// True if `word` is the first word of commands of two words ("queue list").
bool isGroup(const QString &word)
{
    return std::any_of(commands().begin(), commands().end(), [&](const CommandSpec &c) {
        return c.name.startsWith(QString(word + u' '));
    });
}

/// Reads words one by one; which options are known depends on the command once that was read.
class Reader
{
public:
    explicit Reader(QStringList words)
        : m_words(std::move(words))
    {
    }

    tl::expected<Arguments, QString> read()
    {
        bool optionsEnded = false;
        while (!m_words.isEmpty()) {
            const QString word = m_words.takeFirst();
            QString fault;
            if (!optionsEnded && word == u"--"_s) {
                optionsEnded = true;
            } else if (!optionsEnded && word.size() > 1 && word.startsWith(u'-')) {
                fault = takeOption(word);
            } else if (m_command == nullptr) {
                fault = takeCommand(word);
            } else {
                m_arguments.operands.append(word);
            }
            if (!fault.isEmpty()) {
                return unexpected(fault);
            }
        }
        return finish();
    }

private:
    QString takeOption(const QString &word)
    {
        const auto equals = word.indexOf(u'=');
        const QString name = equals < 0 ? word : word.left(equals);
        const OptionSpec *spec = findOption(globalOptions(), name);
        if (spec == nullptr && m_command != nullptr) {
            spec = findOption(m_command->options, name);
        }
        if (spec == nullptr) {
            return m_command == nullptr ? u"Unknown option %1 before the command."_s.arg(name)
                                        : u"%1 has no option %2."_s.arg(m_command->name, name);
        }
        QString value;
        if (spec->value.isEmpty()) {
            if (equals >= 0) {
                return u"%1 takes no value."_s.arg(name);
            }
        } else {
            if (equals < 0 && m_words.isEmpty()) {
                return u"%1 needs a value: %2."_s.arg(name, spec->value);
            }
            value = equals < 0 ? m_words.takeFirst() : word.mid(equals + 1);
            if (value.isEmpty()) {
                return u"%1 has an empty value."_s.arg(name);
            }
        }
        if (m_arguments.has(name) && !spec->repeatable) {
            return u"%1 was given twice."_s.arg(name);
        }
        m_arguments.options[name].append(value);
        return {};
    }

    QString takeCommand(const QString &word)
    {
        QString name = word;
        if (isGroup(word)) {
            if (m_words.isEmpty()) {
                return u"%1 needs to be told what to do."_s.arg(word);
            }
            name += u' ' + m_words.takeFirst();
        }
        m_command = findCommand(name);
        if (m_command == nullptr) {
            return u"There is no command \"%1\"."_s.arg(name);
        }
        if (!m_command->unavailable.isEmpty()) {
            return u"%1: %2"_s.arg(name, m_command->unavailable);
        }
        m_arguments.command = name;
        return {};
    }

    tl::expected<Arguments, QString> finish()
    {
        if (m_command == nullptr) {
            return unexpected(u"A command is missing."_s);
        }
        const auto count = m_arguments.operands.size();
        if (count < m_command->minimum) {
            return unexpected(u"%1 needs %2."_s.arg(m_command->name, m_command->operands));
        }
        if (m_command->maximum >= 0 && count > m_command->maximum) {
            return unexpected(
                m_command->maximum == 0
                    ? u"%1 takes no further words."_s.arg(m_command->name)
                    : u"%1 takes only %2."_s.arg(m_command->name, m_command->operands));
        }
        return m_arguments;
    }

    QStringList m_words;
    const CommandSpec *m_command = nullptr;
    Arguments m_arguments;
};

QString optionUsage(const OptionSpec &option)
{
    const QString words = option.value.isEmpty() ? option.name : option.name + u' ' + option.value;
    return u" ["_s + words + u']' + (option.repeatable ? u"..."_s : QString());
}

QString commandUsage(const CommandSpec &spec)
{
    QString line = u"  "_s + spec.name;
    if (!spec.operands.isEmpty()) {
        line += u' ' + spec.operands;
    }
    for (const OptionSpec &option : spec.options) {
        line += optionUsage(option);
    }
    return line + u"\n      "_s + spec.summary + u'\n';
}

}   // namespace

tl::expected<Arguments, QString> parseArguments(const QStringList &words)
{
    return Reader(words).read();
}

QString usage(const QString &command)
{
    QString text = u"Usage: expunge-cli"_s;
    for (const OptionSpec &option : globalOptions()) {
        text += optionUsage(option);
    }
    text += u" COMMAND ...\n"_s;
    const bool known = findCommand(command) != nullptr;
    for (const CommandSpec &spec : commands()) {
        if (spec.unavailable.isEmpty() && (!known || spec.name == command)) {
            text += commandUsage(spec);
        }
    }
    return text;
}

}   // namespace expunge::cli
