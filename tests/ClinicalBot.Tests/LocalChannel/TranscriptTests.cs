using ClinicalBot.LocalChannel;

namespace ClinicalBot.Tests.LocalChannel;

public sealed class TranscriptTests
{
    [Fact]
    public void What_is_told_twice_is_done_once()
    {
        using var channel = new Channel();
        var first = channel.Says("hello", "c1");
        Assert.Same(first, channel.Says("hello", "c1"));
        Assert.NotEqual(first.Activity.Id, channel.Says("hello", "c2").Activity.Id);
    }

    [Fact]
    public void A_page_that_was_away_gets_what_changed_since_in_the_order_of_the_changes()
    {
        using var channel = new Channel();
        var old = channel.Says("old");
        var seen = channel.Says("seen");
        channel.Says("new");
        channel.Transcript.Change(old.Activity.Id!, entry => entry with { Delivery = Delivery.Failed });
        using var page = channel.Transcript.Subscribe(seen.Version);
        Assert.Equal(["new", "old"], page.Missed.Cast<ChannelEvent.EntryChanged>().Select(changed => changed.Entry.Activity.Text));
    }

    [Fact]
    public void A_page_that_reads_too_slowly_is_cut_off_and_nobody_waits_for_it()
    {
        using var channel = new Channel();
        using var page = channel.Transcript.Subscribe(0);
        for (var i = 0; i < 2000; i++)
        {
            channel.Transcript.Tell(new ChannelEvent.Ping());
        }

        while (page.Events.TryRead(out _))
        {
        }

        Assert.True(page.Events.Completion.IsCompleted);
    }

    [Fact]
    public void A_folder_that_is_not_there_yet_is_made()
    {
        using var channel = new Channel();
        var path = Path.Combine(Path.GetDirectoryName(channel.File)!, "data", "bot.page.jsonl");
        using var file = new TranscriptFile(path);
        file.Append(new TranscriptLine(null, null));
        Assert.True(File.Exists(path));
    }

    [Fact]
    public void A_restart_keeps_the_newest_state_and_skips_a_line_that_was_cut_off()
    {
        using var channel = new Channel();
        var entry = channel.Says("hello");
        channel.Transcript.Change(entry.Activity.Id!, now => now with { Note = "noted" });
        channel.Transcript.Dispose();
        File.AppendAllText(channel.File, "{\"entry\":{\"cha");
        channel.Reopen();
        Assert.Equal("noted", channel.Now(entry).Note);
        Assert.Equal("a:resident:1", channel.Transcript.FindChat("resident")!.ConversationId);
        Assert.All(File.ReadLines(channel.File), line => Assert.EndsWith("}", line, StringComparison.Ordinal));
    }

    [Fact]
    public void A_chat_keeps_a_bounded_number_of_entries_also_in_the_file()
    {
        using var channel = new Channel();
        var first = channel.Says("first");
        for (var i = 0; i < Transcript.MaxEntries; i++)
        {
            channel.Says("more");
        }

        Assert.Null(channel.Transcript.Find(first.Activity.Id));
        channel.Reopen();
        Assert.Equal(Transcript.MaxEntries + 1, File.ReadLines(channel.File).Count());
    }

    [Fact]
    public void A_new_conversation_forgets_the_old_one_but_its_id_still_finds_the_person()
    {
        using var channel = new Channel();
        var entry = channel.Says("secret");
        channel.Transcript.StartConversation("resident", "a:resident:2");
        Assert.Null(channel.Transcript.Find(entry.Activity.Id));
        Assert.DoesNotContain("secret", File.ReadAllText(channel.File), StringComparison.Ordinal);
        Assert.Equal("resident", ChatDirectory.Find("a:resident:1")!.Chat);
        Assert.Null(ChatDirectory.Find("a:nobody:1"));
        Assert.Null(ChatDirectory.Find("a:"));
    }
}
