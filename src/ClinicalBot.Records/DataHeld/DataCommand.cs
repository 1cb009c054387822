using System.Text.Json;
using ClinicalBot.Conversations.Administration;
using ClinicalBot.Conversations.Cases;
using ClinicalBot.Conversations.Retention;
using ClinicalBot.Escalation;
using ClinicalBot.Storage;
using ClinicalBot.Turns;

namespace ClinicalBot.Records.DataHeld;

/// <summary>
/// <c>export</c> writes all that is held about a case or a person; <c>erase</c> takes it away. Both work beside a running bot and leave a line in the
/// record of the administration.
/// </summary>
/// <param name="storage">Where the database is.</param>
/// <param name="contactsFile">Path of the contacts file.</param>
/// <param name="input">Where the confirmation is read from.</param>
/// <param name="output">Where the answer goes.</param>
/// <param name="errors">Where a refusal goes.</param>
/// <param name="time">The clock.</param>
internal sealed class DataCommand(
    StorageOptions storage, string contactsFile, TextReader input, TextWriter output, TextWriter errors, TimeProvider time)
{
    private const string Usage =
        "Usage: export case <case> | export person <id> [--out <file>], erase case <case> | erase person <id> [--yes], both with [--tenant <id>]";

    private static readonly string By = $"account {Environment.UserName}";

    /// <summary>Runs a command.</summary>
    /// <param name="verb">"export" or "erase".</param>
    /// <param name="words">What follows it.</param>
    /// <returns>Exit code: 0 done, 1 not understood, not found or refused.</returns>
    public async Task<int> RunAsync(string verb, string[] words)
    {
        if (words is not ["case" or "person", var which, .. var rest] || string.IsNullOrWhiteSpace(which) || which.StartsWith('-'))
        {
            return await RefuseAsync(Usage);
        }

        try
        {
            await using var records = await StoredRecords.OpenAsync(storage);
            return (verb, words[0]) switch
            {
                ("export", "case") => await ExportCaseAsync(records, which, rest),
                ("export", _) => await ExportPersonAsync(records, which, rest),
                (_, "case") => await EraseCaseAsync(records, which, rest),
                _ => await ErasePersonAsync(records, which, rest),
            };
        }
        catch (TurnStoreException failure)
        {
            return await RefuseAsync(failure.Message);
        }
    }

    private async Task<int> ExportCaseAsync(StoredRecords records, string typed, string[] rest)
    {
        if (await FindCaseAsync(records, typed, rest) is not { } record)
        {
            return 1;
        }

        var subject = $"case {CaseFile.ReferenceOf(record)}";
        var json = Holdings.Write(subject, time.GetUtcNow(), [await Holdings.OfCaseAsync(records, record)], []);
        return await WriteAsync(records, json, subject, [CaseFile.TenantOf(record)], rest);
    }

    private async Task<int> ExportPersonAsync(StoredRecords records, string id, string[] rest)
    {
        var (_, held) = await Holdings.OfPersonAsync(records, id);
        var contacts = Holdings.Contacts(contactsFile, id);
        if (held.Count == 0 && contacts.Count == 0)
        {
            return await RefuseAsync($"Nothing is held about {id}. Give the Entra object id, as the contacts file and Entra have it.");
        }

        var json = Holdings.Write($"person {id}", time.GetUtcNow(), held, contacts);
        return await WriteAsync(records, json, "person", [.. held.Select(each => each.Tenant)], rest);
    }

    private async Task<int> WriteAsync(StoredRecords records, string json, string subject, IReadOnlyList<string?> tenants, string[] rest)
    {
        foreach (var tenant in tenants)
        {
            await NoteAsync(records, tenant, new AdministrationEntry("exported", By, subject));
        }

        if (Option(rest, "--out") is not { } path)
        {
            await output.WriteLineAsync(json);
            return 0;
        }

        try
        {
            var file = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                file.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var writer = new StreamWriter(path, file);
            await writer.WriteLineAsync(json);
            await output.WriteLineAsync($"Written to {Path.GetFullPath(path)}, readable by this account only.");
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return await RefuseAsync($"{path} cannot be written: {e.Message} Name another file with --out.");
        }
    }

    private async Task<int> EraseCaseAsync(StoredRecords records, string typed, string[] rest)
    {
        if (await FindCaseAsync(records, typed, rest) is not { } record)
        {
            return 1;
        }

        var (reference, lines) = (CaseFile.ReferenceOf(record), await records.ReadAsync(record));
        var row = await records.ReadStateAsync(CaseFile.KeyOfRecord(record));
        if (CaseEntries.IsErased(lines))
        {
            return await RefuseAsync($"Case {reference} was erased before. Nothing was changed.");
        }

        if (row.Body is { } body && IsOpen(body))
        {
            return await RefuseAsync($"Case {reference} is open: people may still be called. Close it in chat (close {reference}), then run this again.");
        }

        if (!await ConfirmAsync($"Erases case {reference} with its {lines.Count} events for ever; hashes stay.", reference, rest))
        {
            return 1;
        }

        var held = await Holdings.OfCaseAsync(records, record);
        var administration = await records.ReadStateAsync(AdministrationFile.KeyOf(held.Tenant));
        var commit = CaseErasure.Of(record, row, lines, administration, "erased", By, time.GetUtcNow());
        // An exam of it that is under way, in a chat: it is of the case.
        var dialogs = held.Documents.Where(each => each.Key.Scope == "dialog").ToList();
        commit = commit with
        {
            Reads = [.. commit.Reads, .. dialogs.Select(each => new StateRead(each.Key, each.State.Version))],
            Writes = [.. commit.Writes, .. dialogs.Select(each => new StateWrite(each.Key, null))],
        };
        return await EndAsync(await records.WriteAsync(AdministrationFile.Claim($"erased:{record}"), commit, [reference]),
            $"Case {reference} is erased: {lines.Count} events. Numbers, times and hashes stay; audit verify says so.");
    }

    private async Task<int> ErasePersonAsync(StoredRecords records, string id, string[] rest)
    {
        if (Holdings.Contacts(contactsFile, id).Count > 0)
        {
            return await RefuseAsync($"{id} is in the contacts file, and would be called and kept again. "
                + $"Take the person out of {contactsFile}, then run this again.");
        }

        var (aliases, held) = await Holdings.OfPersonAsync(records, id);
        var open = held.SelectMany(each => each.Documents).Where(row => row.Key.Scope == CaseFile.Scope && IsOpen(row.State.Body!))
            .Select(row => CaseFile.ReferenceOf(row.Key.Id)).ToList();
        if (open.Count > 0)
        {
            return await RefuseAsync($"{id} is named in open cases: {string.Join(", ", open)}. Close them in chat, then run this again.");
        }

        if (held.Sum(each => each.Documents.Count + each.Lines.Count) == 0)
        {
            return await RefuseAsync($"Nothing is held about {id}. Give the Entra object id, as the contacts file and Entra have it.");
        }

        var (documents, lines) = (held.Sum(each => each.Documents.Count), held.Sum(each => each.Lines.Count));
        if (!await ConfirmAsync($"Takes this person out of {documents} documents and {lines} lines of records for ever; what happened stays.", id, rest))
        {
            return 1;
        }

        foreach (var each in held)
        {
            var administration = await records.ReadStateAsync(AdministrationFile.KeyOf(each.Tenant));
            var commit = PersonErasure.Of(each.Tenant, aliases, each.Documents, each.Lines, administration, By, time.GetUtcNow());
            var result = await records.WriteAsync(AdministrationFile.Claim($"person:{commit.Records[0].Hash}"), commit, aliases);
            if (result is not CommitResult.Committed)
            {
                return await EndAsync(result, "");
            }
        }

        return await EndAsync(new CommitResult.Committed([]),
            $"The person is taken out of {documents} documents and {lines} lines of records. Teams, backups and the site's logs are not part of this.");
    }

    private async Task<int> EndAsync(CommitResult result, string done)
    {
        if (result is not CommitResult.Committed)
        {
            return await RefuseAsync("The bot wrote at the same time. Nothing was changed: run it again.");
        }

        await output.WriteLineAsync(done);
        return 0;
    }

    private async Task NoteAsync(StoredRecords records, string? tenant, AdministrationEntry entry)
    {
        for (var attempt = 0; ; attempt++)
        {
            var state = await records.ReadStateAsync(AdministrationFile.KeyOf(tenant));
            var now = time.GetUtcNow();
            var (write, line) = AdministrationFile.Read(state.Body).After(tenant, now, entry);
            var commit = new TurnCommit
            {
                Response = TurnResponse.Accepted, At = now, Reads = [new StateRead(write.Key, state.Version)], Writes = [write], Records = [line],
            };
            if (await records.WriteAsync(AdministrationFile.Claim(line.Hash), commit, []) is CommitResult.Committed || attempt == 3)
            {
                return;
            }
        }
    }

    private async Task<string?> FindCaseAsync(StoredRecords records, string typed, string[] rest)
    {
        if (CaseReference.Read(typed) is not { } reference)
        {
            await RefuseAsync($"\"{typed}\" is no reference of a case. It has five characters, such as K7-4FX.");
            return null;
        }

        var found = await Holdings.RecordsOfAsync(records, reference);
        var tenant = Option(rest, "--tenant");
        var wanted = tenant is null ? found : [.. found.Where(record => string.Equals(CaseFile.TenantOf(record), tenant, StringComparison.OrdinalIgnoreCase))];
        if (wanted is [var only])
        {
            return only;
        }

        await RefuseAsync(wanted.Count == 0
            ? $"There is no case {reference} in this database. Set Storage:Path or Storage:ConnectionString as for the bot."
            : $"Several tenants have a case {reference}. Add --tenant with one of: "
                + $"{string.Join(", ", wanted.Select(record => CaseFile.TenantOf(record) ?? "none"))}.");
        return null;
    }

    private async Task<bool> ConfirmAsync(string what, string name, string[] rest)
    {
        if (rest.Contains("--yes"))
        {
            return true;
        }

        await output.WriteLineAsync($"{what} Type {name} to go on:");
        if (string.Equals((await input.ReadLineAsync())?.Trim(), name, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        await RefuseAsync("Nothing was changed. Type the name, or add --yes.");
        return false;
    }

    private static bool IsOpen(byte[] body) => JsonSerializer.Deserialize(body, CaseFileJson.Default.CaseFile) is { Case.IsOpen: true };

    private static string? Option(string[] rest, string name) => rest.SkipWhile(word => word != name).Skip(1).FirstOrDefault();

    private async Task<int> RefuseAsync(string why)
    {
        await errors.WriteLineAsync(why);
        return 1;
    }
}
